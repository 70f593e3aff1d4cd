namespace Bridge.Console.Posts.Questions;

/// <summary>Where a question to the control room or the office stands.</summary>
public enum QuestionStand
{
    /// <summary>Nobody took it on.</summary>
    New,

    /// <summary>Somebody of the post works on it.</summary>
    TakenOn,

    /// <summary>The yes stands and can be taken back until the door is opened.</summary>
    Permitted,
}
