/** What a form asks, and what counts as an answer. */
package io.mauntic.content.form.domain;
