namespace Bridge.Console.Wording;

/// <summary>The languages of the console. Chinese is the first one.</summary>
public enum DisplayLanguage
{
    Chinese,
    English,
}
