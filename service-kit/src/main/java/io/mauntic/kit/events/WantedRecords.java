package io.mauntic.kit.events;

import io.quarkus.arc.Arc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Drops records of types that nobody here handles before a message is made of each. The last one of
 * a partition stays, so that its offset is committed.
 */
public class WantedRecords implements ConsumerInterceptor<String, byte[]> {

    private WantedTypes types;

    @Override
    public void configure(Map<String, ?> configs) {
        types = Arc.requireContainer().instance(WantedTypes.class).get();
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> wanted = new LinkedHashMap<>();
        for (TopicPartition partition : polled.partitions()) {
            wanted.put(partition, wanted(polled.records(partition)));
        }
        return new ConsumerRecords<>(wanted, polled.nextOffsets());
    }

    private List<ConsumerRecord<String, byte[]>> wanted(
            List<ConsumerRecord<String, byte[]>> records) {
        int last = records.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == last || types.contains(EventHeaders.type(records.get(i))))
                .mapToObj(records::get)
                .toList();
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nothing is kept of them here.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
