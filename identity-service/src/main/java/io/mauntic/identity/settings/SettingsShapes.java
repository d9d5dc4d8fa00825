package io.mauntic.identity.settings;

import io.mauntic.contracts.identity.model.OrganizationSettings;
import io.mauntic.contracts.identity.model.OrganizationSettingsContent;
import io.mauntic.kit.organization.Brand;
import io.mauntic.kit.organization.OrganizationSettings.Version;
import io.mauntic.kit.organization.Retention;
import io.mauntic.kit.organization.Sender;
import io.mauntic.kit.organization.Settings;
import java.util.Optional;

/** Settings as the contract shows them, and back. */
final class SettingsShapes {

    private SettingsShapes() {}

    static OrganizationSettings contract(Version version) {
        Settings settings = version.settings();
        return new OrganizationSettings()
                .version(version.version())
                .timeZone(settings.timeZone())
                .language(settings.language())
                .currency(settings.currency())
                .brand(brand(settings.brand()))
                .postalAddress(settings.postalAddress())
                .sender(sender(settings.sender()))
                .retention(retention(settings.retention()));
    }

    static OrganizationSettingsContent content(Settings settings) {
        return new OrganizationSettingsContent()
                .timeZone(settings.timeZone())
                .language(settings.language())
                .currency(settings.currency())
                .brand(brand(settings.brand()))
                .postalAddress(settings.postalAddress())
                .sender(sender(settings.sender()))
                .retention(retention(settings.retention()));
    }

    static Settings settings(OrganizationSettingsContent content) {
        return new Settings(
                content.getTimeZone(),
                content.getLanguage(),
                content.getCurrency(),
                Optional.ofNullable(content.getBrand())
                        .map(
                                it ->
                                        new Brand(
                                                it.getPrimaryColor(),
                                                it.getTextColor(),
                                                it.getBackgroundColor(),
                                                it.getFont()))
                        .orElse(null),
                content.getPostalAddress(),
                Optional.ofNullable(content.getSender())
                        .map(it -> new Sender(it.getName(), it.getAddress()))
                        .orElse(null),
                Optional.ofNullable(content.getRetention())
                        .map(
                                it ->
                                        new Retention(
                                                it.getTimelineMonths(),
                                                it.getDeliveriesMonths(),
                                                it.getLogsMonths()))
                        .orElse(null));
    }

    private static io.mauntic.contracts.identity.model.Brand brand(Brand brand) {
        return new io.mauntic.contracts.identity.model.Brand()
                .primaryColor(brand.primaryColor())
                .textColor(brand.textColor())
                .backgroundColor(brand.backgroundColor())
                .font(brand.font());
    }

    private static io.mauntic.contracts.identity.model.Sender sender(Sender sender) {
        return new io.mauntic.contracts.identity.model.Sender()
                .name(sender.name())
                .address(sender.address());
    }

    private static io.mauntic.contracts.identity.model.Retention retention(Retention retention) {
        return new io.mauntic.contracts.identity.model.Retention()
                .timelineMonths(retention.timelineMonths())
                .deliveriesMonths(retention.deliveriesMonths())
                .logsMonths(retention.logsMonths());
    }
}
