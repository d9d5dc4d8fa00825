package io.mauntic.crm.contactimport.infrastructure;

import io.mauntic.crm.contactimport.application.ImportFiles;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

@ApplicationScoped
class S3ImportFiles implements ImportFiles {

    private final S3Config config;
    private S3Client client;

    S3ImportFiles(S3Config config) {
        this.config = config;
    }

    @Override
    public void store(UUID key, Path file) {
        client().putObject(put -> put.bucket(config.bucket()).key(key.toString()), file);
    }

    @Override
    public void fetch(UUID key, Path to) {
        client().getObject(get -> get.bucket(config.bucket()).key(key.toString()), to);
    }

    @Override
    public void remove(UUID key) {
        client().deleteObject(delete -> delete.bucket(config.bucket()).key(key.toString()));
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    // Made with the first file: the store may come up later than the service, and its client takes
    // half a second to load.
    private synchronized S3Client client() {
        if (client == null) {
            S3Client made =
                    S3Client.builder()
                            .endpointOverride(config.url())
                            .region(Region.of(config.region()))
                            .forcePathStyle(true)
                            .credentialsProvider(credentials())
                            // Not every compatible store understands the checksums that newer
                            // clients add by default.
                            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                            .build();
            try {
                made.createBucket(create -> create.bucket(config.bucket()));
            } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException _) {
                // It is there, which is what was wanted.
            }
            client = made;
        }
        return client;
    }

    private AwsCredentialsProvider credentials() {
        return config.accessKey()
                .<AwsCredentialsProvider>map(
                        key ->
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                key, config.secret().orElse(""))))
                .orElseGet(AnonymousCredentialsProvider::create);
    }
}
