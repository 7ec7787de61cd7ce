"""What is a word, how frequent it is, and which words are an edit away."""
