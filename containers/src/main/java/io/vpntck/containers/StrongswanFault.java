package io.vpntck.containers;

/** What strongSwan can be made to do wrong, so that live checks can be seen to fail. */
public enum StrongswanFault {
    /** There is no blackhole route for the VPC: what finds no tunnel follows the default route, in clear. */
    NO_BLACKHOLE_ROUTE
}
