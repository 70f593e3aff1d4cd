namespace Bridge.Policy.Calls;

/// <summary>A call is named by its panel and the intercom's number together.</summary>
public readonly record struct CallKey(PanelId Panel, CallId Call) : IComparable<CallKey>
{
    public int CompareTo(CallKey other) => Panel.CompareTo(other.Panel) is not 0 and var order ? order : Call.CompareTo(other.Call);

    public override string ToString() => $"{Panel}/{Call}";
}
