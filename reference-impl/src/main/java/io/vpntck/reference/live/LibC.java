package io.vpntck.reference.live;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

/** The socket calls of the C library that Java has no counterpart for. */
interface LibC extends Library {
    LibC INSTANCE = Native.load("c", LibC.class);

    int AF_INET = 2;
    int AF_PACKET = 17;
    int SOCK_DGRAM = 2;
    int SOCK_RAW = 3;
    int SOL_SOCKET = 1;
    int SO_RCVBUF = 8;
    int SO_RCVTIMEO = 20;
    int IPPROTO_RAW = 255;
    int EAGAIN = 11;
    int EPERM = 1;

    int socket(int domain, int type, int protocol) throws LastErrorException;

    int setsockopt(int socket, int level, int option, byte[] value, int length) throws LastErrorException;

    int sendto(int socket, byte[] packet, int length, int flags, byte[] address, int addressLength)
            throws LastErrorException;

    int recv(int socket, byte[] buffer, int length, int flags) throws LastErrorException;

    int close(int socket) throws LastErrorException;
}
