/** Sites and visitors in PostgreSQL. */
package io.mauntic.content.visit.infrastructure;
