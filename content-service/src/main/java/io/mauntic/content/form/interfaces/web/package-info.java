/** Forms for visitors. */
package io.mauntic.content.form.interfaces.web;
