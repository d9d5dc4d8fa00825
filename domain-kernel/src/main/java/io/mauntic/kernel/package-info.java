/** What every context means by the same word. Plain Java: no framework, no waiting. */
package io.mauntic.kernel;
