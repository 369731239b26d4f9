package dev.openaierrors.delivery;

/**
 * What became of the notices for one destination, since it was made.
 *
 * @param destination its name, a different one for each destination
 * @param sent delivered, a digest counting as one
 * @param failed lost: refused, or given up after some tries
 * @param dropped told in a digest only, or made obsolete by a later notice of the same incident
 *     before they were sent, or without a place to wait
 * @param waiting to be sent, or being sent
 */
public record DeliveryCounts(
    String destination, long sent, long failed, long dropped, int waiting) {}
