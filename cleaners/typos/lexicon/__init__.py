"""What is a word, how frequent it is, and which words lie an edit away."""
