/** What an import makes of a file: which column means what, and which rows can become contacts. */
package io.mauntic.crm.contactimport.domain;
