/** What a page's visitor does, before anybody knows who it is. */
package io.mauntic.content.visit.domain;
