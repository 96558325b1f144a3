package io.vpntck.reference.live;

/** A signed request to one of the services at this endpoint. */
interface Api {
    /** @throws IllegalArgumentException for a broken escape in a form */
    HttpReply answer(Account account);

    /** A refusal in the form that the service's clients read. */
    HttpReply error(int status, String code, String message);
}
