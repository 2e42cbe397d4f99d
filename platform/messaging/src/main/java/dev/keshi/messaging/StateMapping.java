package dev.keshi.messaging;

import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** State record to BSON and back, by Spring Data's converter. */
record StateMapping<S>(MongoConverter converter, Class<S> type) {

    Document toDocument(S state) {
        var document = new Document();
        converter.write(state, document);
        return document;
    }

    S toState(Document document) {
        return converter.read(type, document);
    }
}
