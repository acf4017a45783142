"""Bytes in, rows out. Nothing here touches the network, the disk or the clock."""
