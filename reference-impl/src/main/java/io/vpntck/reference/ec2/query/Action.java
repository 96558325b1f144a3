package io.vpntck.reference.ec2.query;

import io.vpntck.reference.ec2.AwsRegion;

/** What an action does with its parameters, and writes into its answer. */
@FunctionalInterface
interface Action {
    void answer(Parameters in, AwsRegion region, XmlAnswer out);
}
