/** What visitors send, made harmless before anything else sees it. */
package io.mauntic.content.input;
