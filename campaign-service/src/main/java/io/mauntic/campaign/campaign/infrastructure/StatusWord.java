package io.mauntic.campaign.campaign.infrastructure;

import io.mauntic.campaign.campaign.domain.CampaignStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a campaign's status as the contract says it. */
@Converter(autoApply = true)
public class StatusWord implements AttributeConverter<CampaignStatus, String> {

    @Override
    public String convertToDatabaseColumn(CampaignStatus status) {
        return status == null ? null : status.word();
    }

    @Override
    public CampaignStatus convertToEntityAttribute(String word) {
        return word == null ? null : CampaignStatus.of(word);
    }
}
