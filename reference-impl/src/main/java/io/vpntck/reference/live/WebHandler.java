package io.vpntck.reference.live;

import io.vpntck.reference.ec2.query.HttpRequestView;

/** What answers the requests below one path; called on a thread that may wait. */
@FunctionalInterface
interface WebHandler {
    /** Whatever a client sends, there is an answer: nothing is thrown. */
    HttpReply answer(HttpRequestView request);
}
