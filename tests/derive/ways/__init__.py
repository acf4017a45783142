"""Ways of saying a fact, put together by plan: each way of a family in each shape that a sentence can give it, about
forces and places drawn at random. What the engine must read from a sentence is known because it was made from that."""
