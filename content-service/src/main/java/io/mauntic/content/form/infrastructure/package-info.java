/** Forms and submissions in PostgreSQL. */
package io.mauntic.content.form.infrastructure;
