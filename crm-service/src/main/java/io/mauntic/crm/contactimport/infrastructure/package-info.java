/**
 * Files in the object store, rows out of files, contacts into the database: all of it in chunks,
 * whatever the size of the file.
 */
package io.mauntic.crm.contactimport.infrastructure;
