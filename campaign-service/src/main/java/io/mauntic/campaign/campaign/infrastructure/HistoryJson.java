package io.mauntic.campaign.campaign.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mauntic.campaign.campaign.domain.EditHistory;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores the graphs before and after as JSON in the shape of the contract. */
@Converter(autoApply = true)
public class HistoryJson implements AttributeConverter<EditHistory, String> {

    @Override
    public String convertToDatabaseColumn(EditHistory history) {
        try {
            return history == null ? null : GraphJson.JSON.writeValueAsString(history);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    @Override
    public EditHistory convertToEntityAttribute(String stored) {
        try {
            return stored == null
                    ? EditHistory.EMPTY
                    : GraphJson.JSON.readValue(stored, EditHistory.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
