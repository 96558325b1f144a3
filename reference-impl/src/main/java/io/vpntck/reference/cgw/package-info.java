/** The reference customer gateway, and the faults it can be told to commit. */
package io.vpntck.reference.cgw;
