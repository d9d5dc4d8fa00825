/** What can be done with forms, one class a use case. */
package io.mauntic.content.form.application;
