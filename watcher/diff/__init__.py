"""Turn stored state and findings into Events; pure."""
