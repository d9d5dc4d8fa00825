/** What component tests share: real components, tokens, organizations, a probe on the topics. */
package io.mauntic.kit.test;
