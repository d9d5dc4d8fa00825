package io.mauntic.messaging.crm;

import io.mauntic.contracts.crm.api.ContactsApi;
import io.mauntic.kit.clients.ServiceCallFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "crm")
@RegisterProvider(ServiceCallFilter.class)
interface CrmClient extends ContactsApi {}
