package io.mauntic.campaign.clients;

import io.mauntic.contracts.crm.api.SegmentsApi;
import io.mauntic.kit.clients.ServiceCallFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "crm")
@RegisterProvider(ServiceCallFilter.class)
interface CrmSegments extends SegmentsApi {}
