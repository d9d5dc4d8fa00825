/**
 * Work that failed for good by its own fault: it holds nobody up, a person sees it and sets it
 * going again.
 */
package io.mauntic.kit.setaside;
