/** Forms for marketers. */
package io.mauntic.content.form.interfaces.ui;
