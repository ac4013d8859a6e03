"""Turn Events into Alerts and Alerts into text; pure."""
