package io.mauntic.campaign.clients;

import io.mauntic.contracts.messaging.api.EmailsApi;
import io.mauntic.kit.clients.ServiceCallFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "messaging")
@RegisterProvider(ServiceCallFilter.class)
interface MessagingEmails extends EmailsApi {}
