package io.mauntic.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about users, roles and API clients. */
@MessageBundle("identity")
public interface IdentityMessages {

    @Message("Users")
    String users();

    @Message("Who works here, and what each may do.")
    String usersAre();

    @Message("Invite a person")
    String invite();

    @Message("Search by name or address")
    String searchUsers();

    @Message("Name")
    String name();

    @Message("Email address")
    String email();

    @Message("They sign in with it.")
    String emailHelp();

    @Message("Only they can change it, in their own account.")
    String emailIsTheirs();

    @Message("Role")
    String role();

    @Message("What a role may do stands on the page of roles.")
    String roleHelp();

    @Message("State")
    String state();

    @Message("Active")
    String active();

    @Message("Blocked")
    String blocked();

    @Message("Reaching the sign-in …")
    String pending();

    @Message("Since")
    String since();

    @Message("Edit")
    String edit();

    @Message("Block")
    String block();

    @Message("Unblock")
    String unblock();

    @Message("Remove for good")
    String remove();

    @Message("Remove {name}?")
    String removeUser(String name);

    @Message(
            "{name} can no longer sign in and disappears from the list. What they made stays. To shut the door for a while, block them instead.")
    String removeUserText(String name);

    @Message("Withdraw the invitation of {name}?")
    String withdrawOf(String name);

    @Message(
            "The link in the mail to {name} no longer lets in. Invite them again whenever you like.")
    String withdrawText(String name);

    @Message("Actions")
    String actions();

    @Message("Edit {name}")
    String editUser(String name);

    @Message("A mail to {email} invites {name}")
    String userInvited(String name, String email);

    @Message("Mail a link to set a password")
    String mailLink();

    @Message("Organization")
    String organization();

    @Message("Your organizations")
    String organizations();

    @Message("Everything that you see and do belongs to the one that you work in.")
    String organizationsAre();

    @Message("You work here")
    String workingHere();

    @Message("Work in {name}")
    String workIn(String name);

    @Message("Work in another organization")
    String changeTo();

    @Message("You work in {name} now")
    String youWorkIn(String name);

    @Message("{name} is blocked and signed out")
    String userBlocked(String name);

    @Message("{name} can sign in again")
    String userUnblocked(String name);

    @Message("{name} is removed")
    String userRemoved(String name);

    @Message("Saved")
    String saved();

    @Message("Roles")
    String roles();

    @Message("What people of one kind may do. The first three come with Mauntic.")
    String rolesAre();

    @Message("New role")
    String newRole();

    @Message("Permissions")
    String permissions();

    @Message("People")
    String people();

    @Message("comes with Mauntic")
    String builtIn();

    @Message("Delete")
    String delete();

    @Message("Role deleted")
    String roleDeleted();

    @Message("Edit the role {name}")
    String editRole(String name);

    @Message("API clients")
    String clients();

    @Message("Programs that use the API in the name of your organization.")
    String clientsAre();

    @Message("New API client")
    String newClient();

    @Message("No program uses the API yet")
    String noClients();

    @Message(
            "Give a shop, a warehouse or a script of your own an id and a secret: with them it asks for a token and calls the API.")
    String noClientsText();

    @Message("Client id")
    String clientId();

    @Message("Secret")
    String secret();

    @Message("The secret of {name}")
    String secretOf(String name);

    @Message("It is shown only once: copy it now to where the program keeps its secrets.")
    String secretOnce();

    @Message("New secret")
    String newSecret();

    @Message("Back to API clients")
    String backToClients();

    @Message("Which program is it for?")
    String clientNameHelp();

    @Message("API client deleted: it gets no more tokens")
    String clientDeleted();

    @Message("Settings")
    String settings();

    @Message("This is not there")
    String missing();

    @Message("It may have been removed meanwhile.")
    String missingText();

    @Message("Back to the list")
    String goOn();

    @Message("Administrator")
    String administrator();

    @Message("Marketer")
    String marketer();

    @Message("Reader")
    String reader();

    @Message("Users")
    String groupUsers();

    @Message("Roles")
    String groupRoles();

    @Message("API clients")
    String groupClients();

    @Message("Organization")
    String groupOrganization();

    @Message("Contacts")
    String groupContacts();

    @Message("Companies")
    String groupCompanies();

    @Message("Imports")
    String groupImports();

    @Message("Segments")
    String groupSegments();

    @Message("Campaigns")
    String groupCampaigns();

    @Message("Emails")
    String groupEmails();

    @Message("Forms")
    String groupForms();

    @Message("Reports")
    String groupReports();

    @Message("Webhooks")
    String groupWebhooks();

    @Message("see")
    String mayRead();

    @Message("change")
    String mayWrite();

    @Message("delete")
    String mayDelete();

    @Message("publish")
    String mayPublish();

    @Message("send")
    String maySend();

    @Message("en")
    String language();

    @Message("Invited")
    String invited();

    @Message("Send the invitation again")
    String resend();

    @Message("Withdraw")
    String withdraw();

    @Message("Join {organization}")
    String join(String organization);

    @Message(
            "{organization} invites you to work with them in Mauntic. They see your name and what you do there, and nothing of other organizations that you work for.")
    String joinText(String organization);

    @Message("You have joined {organization}")
    String joined(String organization);

    @Message("Go to Mauntic")
    String goToMauntic();

    @Message("This invitation is no longer open")
    String invitationGone();

    @Message("It has been used, withdrawn or replaced by a newer one. Ask whoever invited you.")
    String invitationGoneText();
}
