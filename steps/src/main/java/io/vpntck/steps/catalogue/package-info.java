/** The requirement catalogue, as data: loading and validation. */
package io.vpntck.steps.catalogue;
