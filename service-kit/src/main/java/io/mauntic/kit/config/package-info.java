/** Configuration that is computed from other configuration. */
package io.mauntic.kit.config;
