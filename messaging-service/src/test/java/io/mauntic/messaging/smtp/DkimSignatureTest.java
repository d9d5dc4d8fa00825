package io.mauntic.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DkimSignatureTest {

    private record Config(String domain, String selector, String secret)
            implements SmtpConfig.Dkim {}

    @Test
    void headers_and_bodies_are_relaxed_as_the_standard_shows() {
        assertThat(DkimSignature.relaxedHeader("A: X")).isEqualTo("a:X");
        assertThat(DkimSignature.relaxedHeader("B : Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
        assertThat(DkimSignature.relaxedBody(" C \r\nD \t E\r\n\r\n\r\n"))
                .isEqualTo(" C\r\nD E\r\n");
        assertThat(DkimSignature.relaxedBody("\r\n\r\n")).isEmpty();
    }

    @Test
    void the_public_key_verifies_what_was_signed() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        String secret = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        String message =
                "From: a@demo.example\r\nSubject: Hi\r\n there\r\n"
                        + "List-Unsubscribe: <https://x>\r\n\r\nbody\r\n";
        String signed = new DkimSignature(new Config("demo.example", "m1", secret)).sign(message);
        assertThat(signed)
                .endsWith(message)
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; ")
                .contains("d=demo.example; s=m1;", "h=from:subject:list-unsubscribe;");
        String header = signed.substring(0, signed.indexOf("From:")).stripTrailing();
        int value = header.indexOf(" b=") + 3;
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(keys.getPublic());
        rsa.update(
                ("from:a@demo.example\r\nsubject:Hi there\r\nlist-unsubscribe:<https://x>\r\n"
                                + DkimSignature.relaxedHeader(header.substring(0, value)))
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(rsa.verify(Base64.getMimeDecoder().decode(header.substring(value)))).isTrue();
    }

    @Test
    void a_key_that_is_none_is_told_at_the_start() {
        assertThatThrownBy(() -> new DkimSignature(new Config("demo.example", "m1", "nonsense")))
                .hasMessageContaining("mauntic.smtp.dkim.secret");
    }
}
