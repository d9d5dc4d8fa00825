/** What a person writes in a builder, kept until it is saved. */
package io.mauntic.kit.drafts;
