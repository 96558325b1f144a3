/**
 * The EC2 Query protocol, API version 2016-11-15, from decoded parameters to the answer document, and Signature
 * Version 4.
 *
 * <p>An action is a row of a table, kept by the class of its resource family. The HTTP listener itself is in
 * {@code live}. Not every parameter of newer clients is known: unknown ones are ignored.
 */
package io.vpntck.reference.ec2.query;
