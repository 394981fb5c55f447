/**
 * Captured network traffic: the bytes of a capture file enter; UDP payloads with their times leave.
 *
 * <p>Classic pcap only, in all four byte orders and resolutions, Ethernet (with VLAN tags), raw IP
 * or loopback, IPv4 and IPv6. What is no whole UDP datagram is counted and passed over. No
 * reassembly of fragments.
 */
@NullMarked
package hotline.traffic.pcap;

import org.jspecify.annotations.NullMarked;
