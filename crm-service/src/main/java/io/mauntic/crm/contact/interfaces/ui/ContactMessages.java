package io.mauntic.crm.contact.interfaces.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of contacts and companies. */
@MessageBundle("contacts")
public interface ContactMessages {

    @Message("Contacts")
    String contacts();

    @Message("The people you write to, and everything you know of them.")
    String contactsAre();

    @Message("New contact")
    String newContact();

    @Message("Import contacts")
    String importContacts();

    @Message("No contacts yet")
    String noContacts();

    @Message(
            "Contacts come in through imports, forms and the API. Begin with one by hand: you can erase it again.")
    String noContactsText();

    @Message("Name, company or email address")
    String searchContacts();

    @Message("Name")
    String name();

    @Message("First name")
    String firstname();

    @Message("Last name")
    String lastname();

    @Message("Email address")
    String email();

    @Message("Mails go here. No other contact can have it.")
    String emailHelp();

    @Message("Phone")
    String phone();

    @Message("Company")
    String company();

    @Message("Position")
    String position();

    @Message("City")
    String city();

    @Message("Country")
    String country();

    @Message("Points")
    String points();

    @Message("Stage")
    String stage();

    @Message("Where the contact stands, such as lead or customer.")
    String stageHelp();

    @Message("Tags")
    String tags();

    @Message("Tag: {name}")
    String tagged(String name);

    @Message("Stage: {name}")
    String inStage(String name);

    @Message("Filters")
    String filters();

    @Message("Added")
    String added();

    @Message("Add tag")
    String addTag();

    @Message("Remove tag")
    String removeTag();

    @Message("Remove {name}")
    String removeThis(String name);

    @Message("Erase")
    String erase();

    @Message("Edit")
    String edit();

    @Message("Edit {name}")
    String editThis(String name);

    @Message("Create contact")
    String create();

    @Message("The address and a name are enough for the beginning.")
    String newContactText();

    @Message("Custom values")
    String customValues();

    @Message("New custom value")
    String newCustomValue();

    @Message("Its name: a letter first, then letters, digits and underscores")
    String customNameHelp();

    @Message("Value")
    String value();

    @Message("Essentials")
    String essentials();

    @Message("Segments")
    String segments();

    @Message("In no segment.")
    String inNoSegment();

    @Message("Do not write")
    String doNotWrite();

    @Message("May be written to")
    String mayBeWritten();

    @Message("Stop all mail to this contact")
    String stopMail();

    @Message("Allow mail again")
    String allowMail();

    @Message("Unsubscribed")
    String reasonUnsubscribed();

    @Message("The address is dead")
    String reasonBounced();

    @Message("Stopped by hand")
    String reasonManual();

    @Message("Consent")
    String consent();

    @Message("What happened")
    String whatHappened();

    @Message("Nothing of this kind has happened.")
    String nothingHappened();

    @Message("Unnamed contact")
    String unnamed();

    @Message("The contact was created.")
    String created();

    @Message("Saved.")
    String saved();

    @Message("{count} {#if count == 1}contact{#else}contacts{/if} got the tag.")
    String taggedMany(int count);

    @Message("{count} {#if count == 1}contact{#else}contacts{/if} lost the tag.")
    String untaggedMany(int count);

    @Message("Undone.")
    String undone();

    @Message("{count} {#if count == 1}contact{#else}contacts{/if} erased.")
    String erasedMany(int count);

    @Message("{#if count == 1}Erase this contact{#else}Erase {count} contacts{/if} for good?")
    String eraseMany(int count);

    @Message("Erase {name} for good?")
    String eraseThis(String name);

    @Message(
            "Their data, their history and their place in segments and campaigns go with them. This cannot be undone.")
    String eraseText();

    @Message("Select contacts first.")
    String selectFirst();

    @Message("Enter a tag.")
    String enterTag();

    @Message("This contact does not exist")
    String gone();

    @Message("It was erased, or the address is wrong.")
    String goneText();

    @Message("All contacts")
    String allContacts();

    @Message("Companies")
    String companies();

    @Message("Who your contacts work for. A company appears here as soon as a contact names it.")
    String companiesAre();

    @Message("New company")
    String newCompany();

    @Message("No companies yet")
    String noCompanies();

    @Message("Name a company in a contact, or create one here.")
    String noCompaniesText();

    @Message("Company name")
    String searchCompanies();

    @Message("Website")
    String website();

    @Message("Industry")
    String industry();

    @Message("This company does not exist")
    String companyGone();

    @Message("All companies")
    String allCompanies();

    @Message("Nobody here names this company yet.")
    String noColleagues();

    @Message("Contacts of {name}")
    String contactsOf(String name);

    @Message("A new name reaches all contacts that name this company.")
    String renameHelp();

    @Message("Saved views")
    String views();

    @Message("Columns")
    String columns();

    @Message("Show these columns")
    String showColumns();

    @Message(
            "{#switch key}{#case 'email'}Email address{#case 'phone'}Phone{#case 'company'}Company{#case 'position'}Position{#case 'city'}City{#case 'country'}Country{#case 'stage'}Stage{#case 'points'}Points{#case 'createdAt'}Added{#else}Changed{/switch}")
    String columnLabel(String key);

    @Message("Save view")
    String saveView();

    @Message("Name of the view")
    String viewName();

    @Message("For everybody in the organization")
    String viewForAll();

    @Message("Shared with everybody")
    String sharedView();

    @Message("Save changes to “{name}”")
    String updateView(String name);

    @Message("Remove “{name}”")
    String dropView(String name);

    @Message("The view was saved.")
    String viewSaved();

    @Message("The view was removed. The contacts stay.")
    String viewDropped();

    @Message("Give the view a name.")
    String nameView();

    @Message("You have a view of this name already.")
    String viewNameTaken();

    @Message("This view no longer exists.")
    String viewGone();
}
