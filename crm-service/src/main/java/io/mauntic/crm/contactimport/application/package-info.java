/** What can be done with imports, one class a use case. */
package io.mauntic.crm.contactimport.application;
