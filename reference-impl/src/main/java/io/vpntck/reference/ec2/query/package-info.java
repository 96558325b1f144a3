/** The EC2 Query protocol: from request parameters to the response document. No HTTP listener. */
package io.vpntck.reference.ec2.query;
