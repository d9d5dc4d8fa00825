/** Forms for integrators. */
package io.mauntic.content.form.interfaces.rest;
