/** The one door to the database. */
package io.mauntic.kit.database;
