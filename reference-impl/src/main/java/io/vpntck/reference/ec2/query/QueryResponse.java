package io.vpntck.reference.ec2.query;

/** An HTTP status and an XML document. */
public record QueryResponse(int status, String body) {

    /**
     * The error document of EC2.
     *
     * @param requestId empty for none
     */
    public static QueryResponse error(int status, String code, String message, String requestId) {
        XmlAnswer answer = new XmlAnswer("Response", "");
        answer.open("Errors").open("Error").value("Code", code).value("Message", message);
        answer.close().close();
        if (!requestId.isEmpty()) {
            answer.value("RequestID", requestId);
        }
        return new QueryResponse(status, answer.finish());
    }
}
