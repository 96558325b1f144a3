package io.vpntck.reference.esp;

/** SPI and sequence number, in place. */
final class EspHeader {
    static final int LENGTH = 8;

    private EspHeader() {}

    static void put(byte[] target, int spi, long sequence) {
        put32(target, 0, spi);
        put32(target, 4, (int) sequence);
    }

    private static void put32(byte[] target, int offset, int value) {
        target[offset] = (byte) (value >>> 24);
        target[offset + 1] = (byte) (value >>> 16);
        target[offset + 2] = (byte) (value >>> 8);
        target[offset + 3] = (byte) value;
    }
}
