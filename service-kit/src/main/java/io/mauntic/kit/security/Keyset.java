package io.mauntic.kit.security;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of a service, newest first, as rotating keys: the first one seals and signs, every
 * one of them opens. What it makes names its key, and what was made before keys had names opens
 * too.
 */
public final class Keyset {

    /** What a signature names its key with: a version and the four bytes of the key's id. */
    private static final int NAME = 5;

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final Set<String> secrets;

    /**
     * @param secrets such as {@code mauntic.secret}, the newest first
     */
    public Keyset(List<String> secrets) {
        if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A keyset needs a secret, and none that is empty");
        }
        this.secrets = new LinkedHashSet<>(secrets.stream().map(String::strip).toList());
        try {
            AeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals (AES-256-GCM) what opens for nothing but this purpose. */
    public Aead sealing(String purpose) {
        return primitive(
                Aead.class,
                (secret, named) -> {
                    SecretBytes bytes = bytes(secret, purpose);
                    return AesGcmKey.builder()
                            .setParameters(
                                    AesGcmParameters.builder()
                                            .setKeySizeBytes(KEY)
                                            .setIvSizeBytes(NONCE)
                                            .setTagSizeBytes(TAG)
                                            .setVariant(
                                                    named
                                                            ? AesGcmParameters.Variant.TINK
                                                            : AesGcmParameters.Variant.NO_PREFIX)
                                            .build())
                            .setKeyBytes(bytes)
                            .setIdRequirement(named ? id(secret, purpose) : null)
                            .build();
                });
    }

    /**
     * Signs (HMAC-SHA256) for this purpose alone, always the same.
     *
     * @param length of a signature in bytes, the name of its key included; at least 15
     */
    public Mac signing(String purpose, int length) {
        return primitive(
                Mac.class,
                (secret, named) -> {
                    SecretBytes bytes = bytes(secret, purpose);
                    return HmacKey.builder()
                            .setParameters(
                                    HmacParameters.builder()
                                            .setKeySizeBytes(KEY)
                                            .setTagSizeBytes(named ? length - NAME : length)
                                            .setHashType(HmacParameters.HashType.SHA256)
                                            .setVariant(
                                                    named
                                                            ? HmacParameters.Variant.TINK
                                                            : HmacParameters.Variant.NO_PREFIX)
                                            .build())
                            .setKeyBytes(bytes)
                            .setIdRequirement(named ? id(secret, purpose) : null)
                            .build();
                });
    }

    private <P> P primitive(Class<P> primitive, KeyOf keyOf) {
        KeysetHandle.Builder keys = KeysetHandle.newBuilder();
        try {
            for (String secret : secrets) {
                keys.addEntry(KeysetHandle.importKey(keyOf.make(secret, true)));
            }
            keys.getAt(0).makePrimary();
            for (String secret : secrets) {
                keys.addEntry(KeysetHandle.importKey(keyOf.make(secret, false)).withRandomId());
            }
            return keys.build().getPrimitive(RegistryConfiguration.get(), primitive);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretBytes bytes(String secret, String purpose) {
        return SecretBytes.copyFrom(derived(secret, purpose), InsecureSecretKeyAccess.get());
    }

    /** The same in every replica and after every start. */
    private static int id(String secret, String purpose) {
        return ByteBuffer.wrap(derived(secret, "id:" + purpose)).getInt();
    }

    private static byte[] derived(String secret, String purpose) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface KeyOf {
        Key make(String secret, boolean named) throws GeneralSecurityException;
    }
}
