package io.mauntic.crm.segment.interfaces.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of segments. */
@MessageBundle("segments")
public interface SegmentMessages {

    @Message("Segments")
    String segments();

    @Message("Contacts that belong together. They come and go by themselves as they change.")
    String segmentsAre();

    @Message("New segment")
    String newSegment();

    @Message("Edit segment")
    String editSegment();

    @Message("Edit")
    String edit();

    @Message("Delete")
    String delete();

    @Message("Delete “{name}”?")
    String deleteThis(String name);

    @Message(
            "{members} {#if members == '1'}member leaves{#else}members leave{/if} it. Campaigns that start with it get no new contacts. This cannot be undone.")
    String deleteText(String members);

    @Message("The segment is deleted.")
    String deleted();

    @Message("Saved.")
    String saved();

    @Message("Saved. The members are being found.")
    String savedAndBuilding();

    @Message("No segments yet")
    String noSegments();

    @Message(
            "Begin with a rule such as “City is Berlin”. You see at once how many contacts it finds.")
    String noSegmentsText();

    @Message("Segment name")
    String searchSegments();

    @Message("Name")
    String name();

    @Message("Description")
    String description();

    @Message("Members")
    String members();

    @Message("Built")
    String built();

    @Message("Changed")
    String changed();

    @Message("Being built")
    String building();

    @Message("{done} of {all} contacts looked at")
    String progress(String done, String all);

    @Message("Refresh")
    String refresh();

    @Message("Who belongs to it")
    String who();

    @Message("No rules: members come by hand only.")
    String byHandOnly();

    @Message("All of these hold")
    String all();

    @Message("Any of these holds")
    String any();

    @Message("Add rule")
    String addRule();

    @Message("Add group")
    String addGroup();

    @Message("Remove rule")
    String removeRule();

    @Message("Remove group")
    String removeGroup();

    @Message("How rules go together")
    String match();

    @Message("Field")
    String field();

    @Message("Name of the custom field")
    String customName();

    @Message("Comparison")
    String operator();

    @Message("Value")
    String value();

    @Message("One value a line")
    String oneALine();

    @Message("Update")
    String update();

    @Message("{count} contacts fit now")
    String count(String count);

    @Message("Your draft keeps itself as you type. Members change only when you press Save.")
    String draftNote();

    @Message("Your draft keeps itself as you type. The segment exists when you press Create.")
    String newNote();

    @Message("Who fits now")
    String preview();

    @Message("The contacts that fit the rules are shown here.")
    String previewText();

    @Message("and others")
    String andOthers();

    @Message("Complete the rules to see how many contacts fit.")
    String incomplete();

    @Message("Create segment")
    String create();

    @Message("Add contacts by hand")
    String addByHand();

    @Message("Email addresses")
    String addresses();

    @Message(
            "Of contacts that you have, apart by commas or lines. They stay, whatever the rules say.")
    String addressesHelp();

    @Message("Add")
    String add();

    @Message("Remove")
    String remove();

    @Message("Remove {name} from this segment")
    String removeThis(String name);

    @Message("{count} added.")
    String added(int count);

    @Message("Removed. The contact stays out, whatever the rules say.")
    String removed();

    @Message("No contact has one of these addresses.")
    String nobodyKnown();

    @Message("By hand")
    String byHand();

    @Message("Since")
    String since();

    @Message(
            "One of these rules cannot be understood, so nobody comes in or leaves. Edit the segment, choose the rule anew and save.")
    String broken();

    @Message("Nobody is in this segment yet.")
    String noMembers();

    @Message("This segment does not exist")
    String gone();

    @Message("It was deleted, or the address is wrong.")
    String goneText();

    @Message("All segments")
    String allSegments();

    @Message(
            "{#switch name}{#case 'firstname'}First name{#case 'lastname'}Last name{#case 'email'}Email address{#case 'phone'}Phone{#case 'company'}Company{#case 'position'}Position{#case 'city'}City{#case 'country'}Country{#case 'stage'}Stage{#case 'points'}Points{#case 'tags'}Tags{#case 'createdAt'}Date added{#else}Custom field{/switch}")
    String fieldLabel(String name);

    @Message(
            "{#switch name}{#case 'equals'}is{#case 'notEquals'}is not{#case 'contains'}contains{#case 'startsWith'}starts with{#case 'endsWith'}ends with{#case 'empty'}is empty{#case 'notEmpty'}is not empty{#case 'greaterThan'}is greater than{#case 'lessThan'}is less than{#case 'in'}is one of{#case 'notIn'}is none of{#else}?{/switch}")
    String operatorLabel(String name);
}
