package io.mauntic.kit.security;

import io.mauntic.kernel.Channel;
import io.mauntic.kernel.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * HMAC-SHA256 of organization, channel and normalized address, under {@code
 * mauntic.address.secret}, which crm and messaging share. It is no keyset: an address cannot be
 * hashed anew once it is forgotten, so whoever changes the secret loses the hashes. The same
 * address has another hash in another organization, so that nobody learns by comparing who is known
 * to two of them.
 */
@ApplicationScoped
public class AddressHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public AddressHashes(@ConfigProperty(name = "mauntic.address.secret") String secret) {
        key =
                new SecretKeySpec(
                        sign(
                                new SecretKeySpec(
                                        secret.getBytes(StandardCharsets.UTF_8), ALGORITHM),
                                "suppressed-address"),
                        ALGORITHM);
    }

    /** Empty for a text that is no address of the channel. */
    public Optional<AddressHash> of(OrganizationId organization, Channel channel, String address) {
        return channel.normalized(address)
                .map(normalized -> organization + "\n" + channel.text() + "\n" + normalized)
                .map(text -> new AddressHash(HexFormat.of().formatHex(sign(key, text))));
    }

    private static byte[] sign(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
