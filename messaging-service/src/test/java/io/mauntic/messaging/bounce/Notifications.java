package io.mauntic.messaging.bounce;

/** Delivery status notifications, as mail servers write them. */
final class Notifications {

    private Notifications() {}

    static String of(String recipients) {
        return """
        From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4d5a.1763700000/mx.example.org"

        This is a MIME-encapsulated message.

        --4d5a.1763700000/mx.example.org
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --4d5a.1763700000/mx.example.org
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Fri, 21 Nov 2025 05:00:00 +0000 (UTC)

        %s
        --4d5a.1763700000/mx.example.org
        Content-Type: message/rfc822

        From: news@demo.example
        Subject: Hi
        Content-Type: multipart/report; boundary=b

        --b
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; other@example.org
        Action: delivered
        Status: 2.0.0

        --b--
        --4d5a.1763700000/mx.example.org--
        """
                .formatted(recipients);
    }

    static String recipient(String action, String status, String diagnostic) {
        return """
        Final-Recipient: rfc822; reader@example.org
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; %s
        """
                .formatted(action, status, diagnostic);
    }
}
