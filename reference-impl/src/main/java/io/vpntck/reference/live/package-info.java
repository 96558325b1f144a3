/** Sockets, packet taps, the HTTP listener: the only package with I/O. */
package io.vpntck.reference.live;
